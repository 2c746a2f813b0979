"""What comes of the rules: findings with places, fixes, suppressions and baselines."""
