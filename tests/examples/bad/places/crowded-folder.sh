for n in $(seq 1001); do printf 'format: 1\ntitle: Claims %s\nphase: design\n' $n > challenges/claims-$n.yaml; done
hundredday check
