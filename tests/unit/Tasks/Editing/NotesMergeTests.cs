using Dashboard.Application.Tasks;
using Dashboard.Application.Tasks.Editing;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Editing;

public sealed class NotesMergeTests
{
    private const string Original = "<p style=\"margin:0\">One <span data-hs=\"7\">two</span></p><hs-widget id=\"9\"></hs-widget><p class=\"x\">Three</p>";

    [Fact]
    public void What_was_not_edited_stays_to_the_letter() => Assert.Equal(Original, NotesMerge.Apply(Original, SafeHtml.Rebuild(Original)));

    [Fact]
    public void An_edited_paragraph_leaves_the_others_as_they_are()
    {
        var edited = SafeHtml.Rebuild(Original).Replace("Three", "Four", StringComparison.Ordinal);
        Assert.Equal("<p style=\"margin:0\">One <span data-hs=\"7\">two</span></p><hs-widget id=\"9\"></hs-widget><p>Four</p>", NotesMerge.Apply(Original, edited));
    }

    [Fact]
    public void A_paragraph_put_between_and_one_taken_away_move_nothing_else()
    {
        Assert.Equal("<p>New</p><p class=\"x\">Three</p>", NotesMerge.Apply(Original, "<p>New</p><p>Three</p>"));
    }

    [Fact]
    public void Notes_in_one_block_keep_what_was_not_edited_inside_it()
    {
        const string open = "<div style=\"\" dir=\"auto\" data-top-level=\"true\">";
        var wrapped = $"{open}{Original}</div>";
        var edited = SafeHtml.Rebuild(wrapped).Replace("Three", "Four", StringComparison.Ordinal);
        Assert.Equal($"{open}<p style=\"margin:0\">One <span data-hs=\"7\">two</span></p><hs-widget id=\"9\"></hs-widget><p>Four</p></div>", NotesMerge.Apply(wrapped, edited));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Emptied_notes_are_none(string edited) => Assert.Null(NotesMerge.Apply(Original, edited));

    [Fact]
    public void What_is_typed_is_rebuilt_from_the_allow_list() =>
        Assert.Equal("<p>a</p>", NotesMerge.Apply(null, "<p onclick=\"x()\">a</p><script>x()</script>"));
}
