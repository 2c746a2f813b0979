"""What pages that no profile knows say of themselves: mark-up, headings, bylines, datelines, addresses."""
