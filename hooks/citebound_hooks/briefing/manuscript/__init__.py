"""The manuscript of a briefing: what it says, in markup of meaning, with all that goes along. No form is set yet."""
