// Texts that run as a script where a page does not take them for text.
#pragma once

namespace pomocnik::kb::testing {

inline constexpr const char* kScriptVectors[] = {
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src=javascript:alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href=' \x01 javascript:alert(1)'>x</a>",
    "<a href='&#106;avascript&colon;alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='//evil.si/x'>x</a>",
    "<a href='https:/\\evil.si'>x</a>",
    "<svg/onload=alert(1)>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math href='javascript:alert(1)'>x</math>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<iframe src='https://youtube.evil.si/\"onload=alert(1)'>",
    "<object data='javascript:alert(1)'><embed src='javascript:alert(1)'>",
    "<form action='javascript:alert(1)'><button "
    "formaction='javascript:alert(1)'>x</button></form>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href='javascript:alert(1)//'><a href='x'>x</a>",
    "<style>@import 'javascript:alert(1)';</style>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "\"><script>alert(1)</script>",
    "'-alert(1)-'",
    "<a href='article:vdor'>x</a>",
    "<img src='../../../etc/passwd'><img src='file:///etc/passwd'><img "
    "src='\\\\evil.si\\x.png'>",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
};

}  // namespace pomocnik::kb::testing
