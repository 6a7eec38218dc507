"""Rules: queries with an opinion, written as data and proven by witnesses."""
