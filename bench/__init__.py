"""How long things take: made portfolios, stages, engines."""
