"""PROV-JSON (W3C Member Submission of 24 April 2013) of the PROV data model (W3C Recommendation of 30 April 2013)."""
