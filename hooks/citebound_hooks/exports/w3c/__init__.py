"""The W3C Web Annotation Data Model (Recommendation of 23 February 2017)."""
