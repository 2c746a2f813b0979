"""Template folders: their style, their wordings, their markup, and clear errors for their authors."""
