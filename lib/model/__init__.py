"""What there is: tables, bounds, selection, portfolio."""

import pandas as pd

# Tables of statements are small: there texts as Python objects are half as slow to mask, look up
# or walk through as texts in Arrow's memory, whose every cell crosses a border.
pd.set_option("mode.string_storage", "python")
