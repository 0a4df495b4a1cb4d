// What the F1 page gains where there is JavaScript: the page works without it.
