"""Which claims deny, reject or contradict which others: who answers whom, and which accounts can't both be right."""
