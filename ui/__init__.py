"""The windows: docks, menu and dialogs. They run algorithms and show results; they never compute."""
