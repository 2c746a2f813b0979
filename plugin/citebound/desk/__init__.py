"""What the desk says of a report: supplied fields and decisions."""
