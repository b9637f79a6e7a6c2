"""Where real files of other programs stand, for those who have them; no test needs them."""

import os
from pathlib import Path

FOLDER = Path(os.environ.get("TILIK_REAL_FILES", Path(__file__).parents[4] / "shared/refi/files"))
