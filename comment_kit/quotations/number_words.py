"""Know the numbers that are written as words."""

_SMALL = """
    one first two second three third four fourth five fifth six sixth seven seventh eight eighth nine ninth ten tenth
    eleven eleventh twelve twelfth thirteen thirteenth fourteen fourteenth fifteen fifteenth sixteen sixteenth
    seventeen seventeenth eighteen eighteenth nineteen nineteenth
"""
_TENS = """
    twenty twentieth thirty thirtieth forty fortieth fifty fiftieth sixty sixtieth seventy seventieth eighty eightieth
    ninety ninetieth
"""
_POWERS = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}

NUMBERS = {
    **{word: 1 + at // 2 for at, word in enumerate(_SMALL.split())},
    **{word: 10 * (2 + at // 2) for at, word in enumerate(_TENS.split())},
    **_POWERS,
}
"""The value of each word; an ordinal has that of its number, which it counts to."""
