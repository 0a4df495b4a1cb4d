// What becomes of HTML: rows of source and printed blocks (print_blocks.h).
#include "tests/kb/html/read_page.h"

namespace pomocnik::kb::html {
namespace {

struct HtmlRow {
  const char* html;
  const char* blocks;
};

template <std::size_t N>
void CheckRows(const HtmlRow (&rows)[N]) {
  for (const HtmlRow& row : rows) {
    CAPTURE(row.html);
    CHECK(Blocks(row.html) == row.blocks);
  }
}

TEST_CASE("paragraphs flow together as in a browser") {
  const HtmlRow rows[] = {
      {"<p>Kliknemo  \n Shrani.</p>", "p(Kliknemo Shrani.)"},
      {"Brez elementa", "p(Brez elementa)"},
      {"<p>Ena<p>Dva", "p(Ena) p(Dva)"},
      {"<div>Ena<div>Dva</div>Tri</div>", "p(Ena) p(Dva) p(Tri)"},
      {"<p>Ena<br>dva</p>", "p(Ena\ndva)"},
      {"<p>Ena<br><br>dva</p>", "p(Ena) p(dva)"},
      {"<p>Ena<br/>&nbsp;<br/>dva</p>", "p(Ena) p(dva)"},
      {"<p>&nbsp;</p><p> </p><p><br></p>", ""},
      {"<p>10&nbsp;000&#8239;€, ra&shy;čun&#8203;</p>", "p(10 000 €, račun)"},
      {"<p>Knjiga <!-- opomba --> računov</p>", "p(Knjiga računov)"},
      {"<blockquote><p>Zamaknjeno.</p></blockquote>", "p(Zamaknjeno.)"},
      {"<center>Na sredi</center><hr><address>Naslov</address>", "p(Na sredi) p(Naslov)"},
      {"<p>a < b && c</p>", "p(a < b && c)"},
      {"<p>&lt;b&gt; &amp;amp; &#269;</p>", "p(<b> &amp; č)"},
  };
  CheckRows(rows);
}

TEST_CASE("words keep one style each, with the spaces outside of it") {
  const HtmlRow rows[] = {
      {"<b>Shrani</b> in <i>zapri</i> s <kbd>F2</kbd>", "p(*Shrani* in _zapri_ s `F2`)"},
      {"<b>Shrani </b>in<em> zapri</em>.", "p(*Shrani* in _zapri_.)"},
      {"<b>Shra</b><b>ni</b>", "p(*Shrani*)"},
      {"<strong><em>oboje</em></strong> <em><strong>oboje</strong></em>", "p(*oboje oboje*)"},
      {"<b>ena</b> <i>dva</i>", "p(*ena* _dva_)"},
      {"<span style='font-weight: bold'>Knjiži</span> <font color=red>zdaj</font>",
       "p(*Knjiži* zdaj)"},
      {"<b> </b>prazno<b></b>", "p(prazno)"},
      {"<u>podčrtano</u>, H<sub>2</sub>O", "p(podčrtano, H2O)"},
  };
  CheckRows(rows);
}

TEST_CASE("headings are levels 2 to 6, with anchors of their own") {
  const HtmlRow rows[] = {
      {"<h1>Uvod</h1>", "h2#uvod(Uvod)"},
      {"<h2>Uvod</h2><h2>Uvod</h2>", "h2#uvod(Uvod) h2#uvod-2(Uvod)"},
      {"<h3><strong>Kdaj knjižimo</strong> <em>še</em></h3>",
       "h3#kdaj-knjizimo-se(Kdaj knjižimo _še_)"},
      {"<h4> </h4><h2><br></h2>", ""},
      {"<h2>Gumb <img src='p.png' alt='Tiskalnik'></h2>",
       "h2#gumb-ikona-tiskalnik(Gumb [ikona: Tiskalnik])"},
      {"<ul><li><h3>V seznamu</h3>besedilo</li></ul>", "list(p(*V seznamu*) p(besedilo))"},
  };
  CheckRows(rows);
}

TEST_CASE("ordered lists are steps, others are lists, within each other too") {
  const HtmlRow rows[] = {
      {"<ol><li>Odpremo.</li><li>Shranimo.</li></ol>", "steps1(p(Odpremo.); p(Shranimo.))"},
      {"<ol start=4><li>Odpremo.</ol>", "steps4(p(Odpremo.))"},
      {"<ol start='-7'><li>a</ol><ol start='x'><li>b</ol>", "steps0(p(a)) steps1(p(b))"},
      {"<ul><li>Ena<li>Dva</ul>", "list(p(Ena); p(Dva))"},
      {"<ol><li><p>Izberemo:</p><ul><li>mesec</li><li>leto</li></ul></li><li>Potrdimo.</li></ol>",
       "steps1(p(Izberemo:) list(p(mesec); p(leto)); p(Potrdimo.))"},
      {"<ol><li>Ena</li><ul><li>vmes</li></ul><li>Dva</li></ol>",
       "steps1(p(Ena) list(p(vmes)); p(Dva))"},
      {"<ul><li>Ena</li><ol><li>a</li></ol><li>Dva</li><li>Tri</li></ul>",
       "list(p(Ena) steps1(p(a)); p(Dva); p(Tri))"},
      {"<p>a</p><li>b</li><li>c</li>", "p(a) list(p(b); p(c))"},
      {"<ul><li></li><li> </li></ul>", ""},
      {"<ol><li>Kliknemo Shrani.<br><img src='okno.png' alt='Okno'></li></ol>",
       "steps1(p(Kliknemo Shrani.) image(https://a.si/b/okno.png|Okno))"},
      {"<ol><li>Prvi.</li></ol><p>Vmes.</p><ol start='2'><li>Drugi.</li></ol>",
       "steps1(p(Prvi.)) p(Vmes.) steps2(p(Drugi.))"},
      {"<dl><dt>Partner</dt><dd>komu izdamo račun</dd><dt>Datum</dt><dd><p>dan izdaje</p><p>Ne v "
       "prihodnosti.</p></dd></dl>",
       "list(p(*Partner* – komu izdamo račun); p(*Datum* – dan izdaje) p(Ne v prihodnosti.))"},
  };
  CheckRows(rows);
}

TEST_CASE("paragraphs with numbers in a row are steps") {
  const HtmlRow rows[] = {
      {"<p>1. Odpremo.</p><p>2. Shranimo.</p>", "steps1(p(Odpremo.); p(Shranimo.))"},
      {"<p>1) Odpremo.<br>2) Shranimo.<br>3) Zapremo.</p>",
       "steps1(p(Odpremo.); p(Shranimo.); p(Zapremo.))"},
      {"<p>Postopek:<br>1. Odpremo.<br>2. Shranimo.</p>",
       "p(Postopek:) steps1(p(Odpremo.); p(Shranimo.))"},
      {"<p><b>1.</b> Odpremo <b>okno</b>.</p><p><b>2.</b> Shranimo.</p>",
       "steps1(p(Odpremo *okno*.); p(Shranimo.))"},
      {"<p>1. Odpremo.</p><p><img src='a.png' alt='Okno'></p><p>2. Shranimo.</p><p><img "
       "src='b.png'></p><p>Konec.</p>",
       "steps1(p(Odpremo.) image(https://a.si/b/a.png|Okno); p(Shranimo.) "
       "image(https://a.si/b/b.png|)) p(Konec.)"},
      {"<p>1. Odpremo.</p><p>POZOR! Pravice.</p><p>2. Shranimo.</p>",
       "steps1(p(Odpremo.) warning[POZOR](p(Pravice.)); p(Shranimo.))"},
      {"<p>3. Tretji.</p><p>4. Četrti.</p>", "steps3(p(Tretji.); p(Četrti.))"},
      {"<p>1. 1. 2024 začne veljati.</p>", "p(1. 1. 2024 začne veljati.)"},
      {"<p>1. Samo ena.</p><p>Ni koraka.</p>", "p(1. Samo ena.) p(Ni koraka.)"},
      {"<p>1. Prva.</p><p>3. Tretja.</p>", "p(1. Prva.) p(3. Tretja.)"},
  };
  CheckRows(rows);
}

TEST_CASE("paragraphs with bullets are a list, and so are terms that are explained") {
  const HtmlRow rows[] = {
      {"<p>· Partner: komu izdamo</p><p>· Datum: dan izdaje</p>",
       "list(p(Partner: komu izdamo); p(Datum: dan izdaje))"},
      {"<p>•&nbsp;&nbsp; Ena<br>• Dva</p>", "list(p(Ena); p(Dva))"},
      {"<p>\xEF\x82\xB7 Iz Worda</p>", "list(p(Iz Worda))"},
      {"<p>- ena</p><p>- dva</p>", "list(p(ena); p(dva))"},
      {"<p>– samo ena</p>", "p(– samo ena)"},
      {"<p>Šifra – do štiri znake.</p><p>Opis dela – natisne se.</p>",
       "list(p(Šifra – do štiri znake.); p(Opis dela – natisne se.))"},
      {"<p><b>Šifra</b> – znaki<br><b>Opis:</b> besedilo</p>",
       "list(p(*Šifra* – znaki); p(*Opis:* besedilo))"},
      {"<p>Od meseca, Do meseca – obdobje.</p><p>ME? – enota.</p>",
       "list(p(Od meseca, Do meseca – obdobje.); p(ME? – enota.))"},
      {"<p>V petek, če bo čas in volja – kliknemo.</p><p>Ena? Dve – tri.</p>",
       "p(V petek, če bo čas in volja – kliknemo.) p(Ena? Dve – tri.)"},
      {"<p>? – ni ime.</p><p>? – tudi ne.</p>", "p(? – ni ime.) p(? – tudi ne.)"},
      {"<p>Opombe<br>Šifra – znaki</p>", "p(Opombe\nŠifra – znaki)"},
      {"<p>V petek – če bo čas – kliknemo.</p>", "p(V petek – če bo čas – kliknemo.)"},
  };
  CheckRows(rows);
}

TEST_CASE("labels make callouts, strong or not") {
  const HtmlRow rows[] = {
      {"<p><strong>POMEMBNO:</strong> Prej arhiviramo.</p>",
       "important[POMEMBNO](p(Prej arhiviramo.))"},
      {"<p><b>POZOR!</b> Ne brišemo.</p>", "warning[POZOR](p(Ne brišemo.))"},
      {"<p><b>Opozorilo</b> : Ne brišemo.</p>", "warning[Opozorilo](p(Ne brišemo.))"},
      {"<p>Nasvet: Uporabimo F4.</p>", "tip[Nasvet](p(Uporabimo F4.))"},
      {"<p>Primer 2: Znesek je 10.</p>", "example[Primer 2](p(Znesek je 10.))"},
      {"<p>OPOZORILO UPORABNIKOM: Shranimo.</p>", "warning[OPOZORILO UPORABNIKOM](p(Shranimo.))"},
      {"<p><b>POZOR!</b></p><p>Ne brišemo.</p>", "warning[POZOR](p(Ne brišemo.))"},
      {"<p><b>POZOR!</b></p><h2>Naprej</h2>", "warning[](p(POZOR)) h2#naprej(Naprej)"},
      {"<p>Opozorilo o zamudi pošljemo tako: kliknemo.</p>",
       "p(Opozorilo o zamudi pošljemo tako: kliknemo.)"},
      {"<p>Besedilo.<br><b>Opomba:</b> Majhna.</p>", "p(Besedilo.) note[Opomba](p(Majhna.))"},
      {"<p>Važno: Ne brišemo.</p><p>Napomena: Kratko.</p><p>Note: Short.</p>",
       "important[Važno](p(Ne brišemo.)) note[Napomena](p(Kratko.)) note[Note](p(Short.))"},
      {"<ul><li>Nasvet: v seznamu</li></ul>", "list(tip[Nasvet](p(v seznamu)))"},
  };
  CheckRows(rows);
}

TEST_CASE("tables of data keep their cells in rows of one length") {
  const HtmlRow rows[] = {
      {"<table><tr><th>Novost</th><th>Verzija</th></tr><tr><td>Iskanje</td><td>2022.07.001 (9. 5. "
       "2022)</td></tr></table>",
       "table(|Novost|Verzija| |Iskanje|2022.07.001 (9. 5. 2022)|)"},
      {"<table><thead><tr><td><b>A</b></td><td>B</td></tr></thead><tbody><tr><td>1</td></tr></"
       "tbody></table>",
       "table(|A|B| |1||)"},
      {"<table><tr><th "
       "colspan=2>Vse</th><th>C</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>",
       "table(|Vse||C| |1|2|3|)"},
      {"<table><tr><th>V</th><th>N</th></tr><tr><td "
       "rowspan=2>6.23</td><td>a</td></tr><tr><td>b</td></tr></table>",
       "table(|V|N| |6.23|a| |6.23|b|)"},
      {"<table><tr><th>A</th><th>B</th></tr><tr><td rowspan='' colspan=''>1</td><td "
       "rowspan=0>2</td></tr></table>",
       "table(|A|B| |1|2|)"},
      {"<table><caption>Stopnje</caption><tr><th>A</th><th>B</th></tr><tr><td> "
       "</td><td></td></tr></table>",
       "p(Stopnje) table(|A|B|)"},
      {"<table><tr><th>A</th><th>B</th></tr><tr><td><p>x</p><p>y</p></td><td><ul><li>ena</"
       "li><li>dva</li></ul></td></tr></table>",
       "table(|A|B| |x y|ena; dva|)"},
      {"<table><tr><th>Gumb</th><th>Pomen</th></tr><tr><td><img src='f.png' alt='Ikona "
       "tiskalnika'></td><td><a href='x'>Tisk</a></td></tr></table>",
       "table(|Gumb|Pomen| |[ikona: tiskalnika]|<https://a.si/b/x|Tisk>|)"},
  };
  CheckRows(rows);
}

TEST_CASE("tables that only arrange are no tables") {
  const HtmlRow rows[] = {
      {"<table><tr><td><h2>Naslov</h2><p>Besedilo</p></td><td><p>Ob strani</p></td></tr></table>",
       "h2#naslov(Naslov) p(Besedilo) p(Ob strani)"},
      {"<table><tr><td>Ena</td></tr><tr><td>Dva</td></tr></table>", "p(Ena) p(Dva)"},
      {"<table "
       "role=presentation><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
       "p(a) p(b) p(c) p(d)"},
      {"<table><tr><td>Levo</td><td>Desno</td></tr></table>", "p(Levo) p(Desno)"},
      {"<table><tr><td>x</td><td><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></"
       "tr></table></td></tr></table>",
       "p(x) table(|A|B| |1|2|)"},
  };
  CheckRows(rows);
}

TEST_CASE("pictures are shown alone and named amid text") {
  const HtmlRow rows[] = {
      {"<p><img src='/s/okno.png' alt='Okno Račun'></p>",
       "image(https://a.si/s/okno.png|Okno Račun)"},
      {"<p>Kliknemo <img src='i.png' alt='Shrani'> v vrstici.</p>",
       "p(Kliknemo [ikona: Shrani] v vrstici.)"},
      {"<p>s klikom na <img src='i.png' title='Briši'>.</p>", "p(s klikom na [ikona: Briši].)"},
      {"<p>gumb <img src='/s/ikona-shrani_vse.png'></p>", "p(gumb [ikona: shrani vse])"},
      {"<p>gumb<img src='image001.png' alt=''>in</p>", "p(gumb [ikona] in)"},
      {"<p>gumb <img src='x.gif' alt='image003.gif'> .</p>", "p(gumb [ikona: x].)"},
      {"<p>Odpre se okno. <img src='okno.png'></p>",
       "p(Odpre se okno.) image(https://a.si/b/okno.png|)"},
      {"<p>Okno <img src='okno.png' width=600 height=400 alt='Okno'> in gumb.</p>",
       "p(Okno) image(https://a.si/b/okno.png|Okno) p(in gumb.)"},
      {"<p><img src='i.png' alt='Natisni' style='width:16px;height:16px'></p>",
       "p([ikona: Natisni])"},
      {"<p>a<img src='pika.gif' width=1 height=1>b</p>", "p(ab)"},
      {"<p>Gumb <i class='fa fa-print' aria-hidden=true></i> natisne.</p>",
       "p(Gumb [ikona: print] natisne.)"},
      {"<p>Gumb (<i class='glyphicon glyphicon-floppy-disk' title='Shrani'></i>)</p>",
       "p(Gumb ([ikona: Shrani]))"},
      {"<p>a <img src='a[1].png' alt='Shrani [F2]'></p>", "p(a [ikona: Shrani F2])"},
      {"<img src='data:image/png;base64,AAAA' alt='Okno'><img src='x.svg'>", "p([slika: Okno])"},
      {"<img src='data:image/gif;base64,A' data-src='/s/pozno.png' alt='Pozno'>",
       "image(https://a.si/s/pozno.png|Pozno)"},
      {"<a href='velika.png'><img src='mala.png' alt='Okno'></a>",
       "image(https://a.si/b/mala.png|Okno)"},
      {"<figure><img src='o.png' alt='Okno'><figcaption>Slika 1</figcaption></figure>",
       "image(https://a.si/b/o.png|Okno) p(Slika 1)"},
  };
  CheckRows(rows);
}

TEST_CASE("links are absolute and lead only where they may") {
  const HtmlRow rows[] = {
      {"<p>Glejte <a href='../d?x=1#y'>tukaj</a>.</p>", "p(Glejte <https://a.si/d?x=1#y|tukaj>.)"},
      {"<p><a href='/navodila/Uvod v DDV.pdf'>Uvod (PDF)</a></p>",
       "link(https://a.si/navodila/Uvod%20v%20DDV.pdf|Uvod (PDF))"},
      {"<p><a href='mailto:a@b.si'>pišite</a> ali <a href='tel:+38651234567'>pokličite</a></p>",
       "p(<mailto:a@b.si|pišite> ali <tel:+38651234567|pokličite>)"},
      {"<p><a href='#spodaj'>Spodaj</a> in <a name='x'>sidro</a> in <a href='c#y'>ista</a></p>",
       "p(Spodaj in sidro in ista)"},
      {"<p><a href='//b.si/x'>drugje</a></p>", "link(https://b.si/x|drugje)"},
      {"<p><a href='x'><b>krepko</b></a></p>", "link(https://a.si/b/x|krepko)"},
      {"<p>Glejte <a href='x'><b>Uvod</b> v</a>.</p>",
       "p(Glejte <https://a.si/b/x|*Uvod*> <https://a.si/b/x|v>.)"},
      {"<a href='/k'><h3>Kartica</h3><p>Opis</p></a>",
       "h3#kartica(Kartica) link(https://a.si/k|Opis)"},
      {"<a href=''>prazno</a>", "p(prazno)"},
      {"<iframe src='https://www.youtube.com/embed/x' title='Kako knjižimo'></iframe>",
       "link(https://www.youtube.com/embed/x|Kako knjižimo)"},
  };
  CheckRows(rows);
}

TEST_CASE("a link that may not be followed is text, with a warning") {
  CHECK(Blocks("<p><a href='javascript:alert(1)'>klik</a></p>") ==
        "p(klik)\na.html:1: warning: this link is not allowed and becomes text: "
        "javascript:alert(1)\n");
  CHECK(Blocks("\n<a href='article:x'>klik</a>") ==
        "p(klik)\na.html:2: warning: this link is not allowed and becomes text: article:x\n");
}

TEST_CASE("code keeps its lines") {
  const HtmlRow rows[] = {
      {"<pre>\n  SELECT 1\n    FROM t\n</pre>", "code(  SELECT 1\n    FROM t)"},
      {"<pre><code>a &lt; b</code></pre>", "code(a < b)"},
      {"<pre> \n </pre>", ""},
      {"<p>Vpišemo <code>NOT  NULL</code>.</p>", "p(Vpišemo `NOT NULL`.)"},
  };
  CheckRows(rows);
}

TEST_CASE("what nobody sees is left out") {
  const HtmlRow rows[] = {
      {"<script>alert('<p>a</p>')</script><style>p{}</style><p>b</p>", "p(b)"},
      {"<p hidden>a</p><p style='display: NONE'>b</p><p>c</p>", "p(c)"},
      {"<form><input "
       "value=a><select><option>b</select><textarea>c</textarea><button>d</button><p>e</p></form>",
       "p(e)"},
      {"<svg><text>a</text></svg><math><mi>b</mi></math><noscript>c</noscript><template>d</"
       "template>",
       ""},
      {"<head><title>a</title></head><body>b</body>", "p(b)"},
      {"<object data=x>a</object><iframe src='https://a.si/x'>b</iframe>", ""},
  };
  CheckRows(rows);
}

}  // namespace
}  // namespace pomocnik::kb::html
