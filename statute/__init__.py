"""The law an IRO service works by: pure functions of days, with no Django and no clock."""
