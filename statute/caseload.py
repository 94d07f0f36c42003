"""How many children a full-time IRO may hold."""

# Children per full-time equivalent post; both ends are inside the band.
LOWEST = 50
HIGHEST = 70
AUTHORITY = "IRO Handbook, 7.15"
