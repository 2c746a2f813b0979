"""Says what each actor is, and how actors stand to one another."""
