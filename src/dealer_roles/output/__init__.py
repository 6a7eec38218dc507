"""One gate for every byte that leaves: files, standard output, standard error.

``files`` writes to a path whatever stands there, ``screen`` speaks to the two streams,
``clean`` takes out what drives a terminal, ``degrade`` says what a poorer encoding shows
instead, ``json_text`` writes JSON that nothing of this can hurt. Nobody else writes.
"""
