"""Writing YAML: only the lines that must change do, and what comes out is read again."""
