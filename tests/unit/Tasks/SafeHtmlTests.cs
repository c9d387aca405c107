using AngleSharp.Html.Parser;
using Dashboard.Application.Tasks;
using Xunit;

namespace Dashboard.UnitTests.Tasks;

public sealed class SafeHtmlTests
{
    public static TheoryData<string> Attacks => new()
    {
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<a href='javascript:alert(1)'>x</a>",
        "<a href=' java\tscript:alert(1)'>x</a>", "<a href='data:text/html,<script>alert(1)</script>'>x</a>", "<p style='background:url(//evil)'>x</p>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>", "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<template><script>alert(1)</script></template>", "<xmp><img src=x onerror=alert(1)></xmp>",
        "<form action='//evil'><input name=x><button>go</button></form>", "<a href=\"https://ok.example\" onclick=\"alert(1)\">x</a>", "<b onmouseover=alert(1)>x</b>",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "<p><marquee><div>x", "<svg><style><img src=x onerror=alert(1)></style></svg>", "<title><img src=x onerror=alert(1)></title>",
        "<a href='https://ok.example/\" onmouseover=\"alert(1)'>x</a>", "<plaintext><script>alert(1)", "<object data='x'></object><embed src='x'>", "<base href='//evil'>",
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Nothing_that_runs_or_loads_survives(string html)
    {
        var rebuilt = SafeHtml.Rebuild(html);
        var body = new HtmlParser().ParseDocument(rebuilt).Body!;

        Assert.DoesNotContain(body.QuerySelectorAll("*"), e => e.LocalName is not ("p" or "div" or "br" or "b" or "strong" or "i" or "em" or "u" or "ul" or "ol" or "li" or "a" or "blockquote"));
        Assert.All(body.QuerySelectorAll("*"), e => Assert.All(e.Attributes, a => Assert.Contains(a.Name, new[] { "href", "rel", "target" })));
        Assert.All(body.QuerySelectorAll("a"), a => Assert.Matches("^(https?|mailto):", a.GetAttribute("href")!));
        Assert.Equal(rebuilt, SafeHtml.Rebuild(rebuilt));
    }

    [Fact]
    public void What_a_person_wrote_stays()
    {
        const string html = "<div>Hi <strong>Ana</strong>, see <a href=\"https://example.com/?a=1&amp;b=2\">this</a></div><ul><li>one</li><li>two &lt;3</li></ul>";
        Assert.Equal(
            "<div>Hi <strong>Ana</strong>, see <a href=\"https://example.com/?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">this</a></div><ul><li>one</li><li>two &lt;3</li></ul>",
            SafeHtml.Rebuild(html));
    }

    [Fact]
    public void Deep_nesting_and_long_texts_end() =>
        Assert.True(SafeHtml.Rebuild(string.Concat(Enumerable.Repeat("<blockquote>", 600)) + new string('x', 200_000)).Length < 200_000);
}
