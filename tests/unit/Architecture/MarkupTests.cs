using System.Text.RegularExpressions;
using Xunit;

namespace Dashboard.UnitTests.Architecture;

/// <summary>The content policy allows no inline style and no inline script, so markup must not need them.</summary>
public sealed partial class MarkupTests
{
    /// <summary>Where markup from elsewhere is written unescaped: notes, rebuilt from an allow-list before. And our own: icons, the quarters of a day.</summary>
    private static readonly string[] Raw = ["src/Web/Ui/RichText.razor", "src/Web/Ui/Icon.razor.cs", "src/Web/Features/Calendar/DayColumn.razor.cs"];

    [Fact]
    public void Markup_needs_no_inline_style_or_script() => Rule.Holds(Repository.Pages.SelectMany(Inline));

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<p style='@colour'>")]
    [InlineData("<style>p { }</style>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<script type=\"module\">\nalert(1)\n</script>")]
    [InlineData("<a onclick=\"go()\">")]
    [InlineData("<a href=\"javascript:go()\">")]
    public void The_rule_of_inline_parts_can_fail(string markup) => Assert.NotEmpty(Inline(new("src/Web/X.razor", markup)));

    [Theory]
    [InlineData("<script src=\"@Assets[\"ui/shell.js\"]\" type=\"module\"></script>")]
    [InlineData("<button @onclick=\"GoAsync\" class=\"button\">")]
    public void Files_and_handlers_of_the_framework_may_stay(string markup) => Assert.Empty(Inline(new("src/Web/X.razor", markup)));

    [Fact]
    public void Raw_markup_is_written_in_known_places_only() => Rule.Holds(Unescaped(Repository.Pages.Concat(Repository.Files("src/Web", ".cs"))));

    [Fact]
    public void The_rule_of_raw_markup_can_fail() =>
        Assert.Single(Unescaped([new("src/Web/Features/Board/X.razor", "@((MarkupString)Card.Subject)")]));

    private static IEnumerable<string> Inline(SourceFile page) => Parts().Matches(page.Text).Select(match => $"{page.Path}: {match.Value}");

    private static IEnumerable<string> Unescaped(IEnumerable<SourceFile> files) =>
        files.Where(file => file.Text.Contains("MarkupString", StringComparison.Ordinal) && !Raw.Contains(file.Path)).Select(file => file.Path);

    [GeneratedRegex(@"\sstyle\s*=\s*[""'@]|<style[\s>]|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+\s*=\s*[""']|javascript:", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
