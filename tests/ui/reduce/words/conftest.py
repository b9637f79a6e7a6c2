from tests.ui.reduce.page_hand import shown, told

__all__ = ["shown", "told"]
