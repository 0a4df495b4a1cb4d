"""Questions in other words' forms: each content word becomes another form of its class, by Debian's hunspell-sl, and č, š, ž lose
their marks. Always the same for one seed.
"""
import random
import re
from collections import defaultdict
from pathlib import Path

LISTS = Path("/usr/share/hunspell")
SHORTEST = 4  # letters; shorter words are function words mostly
PLAIN = str.maketrans("čšžČŠŽćđ", "cszCSZcd")


def read_text(path):
    encoding = re.search(rb"^SET (\S+)", (LISTS / "sl_SI.aff").read_bytes(), re.MULTILINE).group(1).decode()
    return path.read_text(encoding=encoding)


def read_rules():
    """Flag -> [(what goes from the end, what comes there, pattern of the end)]."""
    rules = defaultdict(list)
    for line in read_text(LISTS / "sl_SI.aff").splitlines():
        parts = line.split()
        if len(parts) >= 5 and parts[0] == "SFX":
            _, flag, strip, add, condition = parts[:5]
            rules[flag].append((strip.replace("0", ""), add.split("/")[0].replace("0", ""), re.compile(condition + "$")))
    return rules


class OtherForms:
    def __init__(self, seed):
        self._chance = random.Random(seed)
        self._rules = read_rules()
        self._stems = defaultdict(list)  # form -> entries it may belong to
        self._entries = []
        for line in read_text(LISTS / "sl_SI.dic").splitlines()[1:]:
            stem, _, flags = line.split()[0].partition("/") if line.strip() else ("", "", "")
            if len(stem) < 2 or not stem.islower():
                continue
            number = len(self._entries)
            self._entries.append((stem, flags))
            for form in self._forms(number):
                self._stems[form].append(number)

    def _forms(self, number):
        stem, flags = self._entries[number]
        forms = {stem}
        for flag in flags:
            for strip, add, condition in self._rules.get(flag, ()):
                if stem.endswith(strip) and condition.search(stem):
                    forms.add(stem[:len(stem) - len(strip)] + add)
        return forms

    def _change_word(self, match):
        word = match.group(0).lower()
        if len(word) >= SHORTEST and word in self._stems:
            forms = sorted(self._forms(self._stems[word][0]) - {word})
            if forms:
                word = self._chance.choice(forms)
        return word.translate(PLAIN)

    def change(self, question):
        return re.sub(r"[^\W\d_]+", self._change_word, question)
