"""Keep training intakes: attendance, projects, graduates."""
