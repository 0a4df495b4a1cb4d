"""A folder of made-up help pages: headings, steps, tables and boxes of words that inflect, always the same for one seed."""
import random
from pathlib import Path

MODULES = ["Fakturiranje", "Dvostavno knjigovodstvo", "Obračun plač", "Osnovna sredstva", "Blagajna"]
NOUNS = ["račun", "dobropis", "temeljnica", "konto", "stranka", "izpis", "obrazec", "seznam", "postavka", "znesek", "davek",
         "naročilo", "skladišče", "artikel", "cenik", "dobavnica", "plačilo", "obračun", "delavec", "dopust", "tečaj", "banka"]
VERBS = ["izberemo", "vnesemo", "potrdimo", "preverimo", "odpremo", "zapremo", "natisnemo", "shranimo", "kopiramo", "izločimo"]
SYLLABLES = ["ka", "ro", "vi", "nad", "mer", "lo", "sti", "pre", "zu", "go", "bel", "tri"]


def word(chance):
    """One of the trade's, or one that hardly any other page has."""
    if chance.random() < 0.85:
        return chance.choice(NOUNS) if chance.random() < 0.7 else chance.choice(VERBS)
    return "".join(chance.choice(SYLLABLES) for _ in range(3))


def sentence(chance, length=12):
    return " ".join(word(chance) for _ in range(length)).capitalize() + "."


def page(number, chance):
    """A page of about 250 words."""
    title = f"{sentence(chance, 4)[:-1]} {number}"
    steps = "".join(f"<li>{sentence(chance)}</li>" for _ in range(5))
    rows = "".join(f"<tr><td>{word(chance)}</td><td>{sentence(chance, 6)}</td></tr>" for _ in range(4))
    paragraphs = "".join(f"<p>{sentence(chance)} {sentence(chance)}</p>" for _ in range(4))
    return (f'<!DOCTYPE html><html lang="sl"><head><meta charset="utf-8"><title>{title}</title></head><body><main><h1>{title}</h1>'
            f"<p>{sentence(chance)}</p><h2>{sentence(chance, 3)[:-1]}</h2><ol>{steps}</ol>{paragraphs}"
            f"<p><strong>POZOR!</strong> {sentence(chance)}</p>"
            f"<table><tr><th>Polje</th><th>Pomen</th></tr>{rows}</table></main></body></html>\n")


def write_pages(folder, count, seed=1):
    chance = random.Random(seed)
    for number in range(count):
        path = Path(folder) / f"{number // 500:03d}" / f"stran-{number}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(number, chance), encoding="utf-8")


def write_config(path, pages, knowledge=None):
    """Of a source `strani` of those pages; with a knowledge base an index is made of them. One client may ask without end."""
    kb = f"kb: {knowledge}\nlimits: {{requests_per_second: 100000, burst: 100000}}\n" if knowledge else ""
    Path(path).write_text(f"{kb}sources:\n  - {{name: strani, format: html, from: {pages}, module: Fakturiranje, lang: sl, "
                          "address: \"https://strani.example.si/\"}\n", encoding="utf-8")
