"""Keep the exchange with partners: visits, and practices taken."""
