"""The limits within which a series of placements counts as short breaks."""

# Days; a series past either limit is ordinary care, with a review in 20 working days.
LONGEST_BREAK = 17
MOST_IN_12_MONTHS = 75
AUTHORITY = "Care Planning, Placement and Case Review (England) Regulations 2010, reg 48(2)"
# SI 2020/445 lifted the 17 days from 24 April to 25 September 2020; not modelled here.
