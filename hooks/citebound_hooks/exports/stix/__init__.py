"""STIX 2.1 (OASIS Standard of 10 June 2021): actors as identities, claims as notes."""
