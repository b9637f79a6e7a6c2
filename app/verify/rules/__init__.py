"""The rules R1 to R9 of triangulation: pure functions over what was said, no database.

They are Tilik's own, built on the convergence coding of Farmer et al. 2006; where they are printed
the program says so. `heard` and `judge` are the way in, the other modules hold one rule each.
"""
