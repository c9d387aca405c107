using Bunit;
using Dashboard.Application.Tasks.Bulk;
using Dashboard.Web.Features.Bulk;
using Microsoft.AspNetCore.Components.Web;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Pages;

/// <summary>What a run over many tasks would do, before it does it.</summary>
public sealed class BulkPreviewTests : BunitContext
{
    private int runs;
    private int cancels;

    [Fact]
    public void A_dry_run_counts_what_changes_what_is_so_already_and_says_why_the_rest_cannot()
    {
        var preview = Draw(new BulkPlan([1, 2, 3], [4], [new BulkRefusal(5, "<b>Old</b>", "It is not here any more.")], 1, TimeSpan.FromSeconds(0.8)));

        Assert.Equal("Complete 5 tasks", preview.Find("h2").TextContent);
        Assert.Equal("3 will change", Said(preview, "change"));
        Assert.Equal("1 is so already", Said(preview, "already"));
        Assert.Contains("1 cannot be changed", Said(preview, "refused"));
        Assert.Contains("<b>Old</b> It is not here any more.", Said(preview, "refused"));
        Assert.Equal("1 call to HubSpot, about 1 second.", preview.Find("[data-plan-calls]").TextContent);
        Assert.Equal("Complete 3 tasks", preview.Find("[data-bulk-run]").TextContent);
        preview.Find("[data-bulk-run]").Click();
        Assert.Equal((1, 0), (runs, cancels));
    }

    [Fact]
    public void Of_many_refusals_the_first_are_named_and_the_rest_counted()
    {
        var preview = Draw(new BulkPlan([], [], [.. Enumerable.Range(1, 1_025).Select(id => new BulkRefusal(id, $"Task {id}", "Gone."))], 0, TimeSpan.Zero));

        Assert.Equal(21, preview.FindAll(".reasons > li").Count);
        Assert.Equal("and 1,005 more", preview.FindAll(".reasons > li")[^1].TextContent);
    }

    [Fact]
    public void Where_nothing_would_change_nothing_can_be_run()
    {
        var preview = Draw(new BulkPlan([], [4, 5], [], 0, TimeSpan.Zero));

        Assert.True(preview.Find("[data-bulk-run]").HasAttribute("disabled"));
        Assert.Equal("Nothing has to be sent to HubSpot.", preview.Find("[data-plan-calls]").TextContent);
        Assert.Equal("2 are so already", Said(preview, "already"));
    }

    [Fact]
    public void While_it_is_stored_it_cannot_be_run_again_and_a_failure_is_said()
    {
        var preview = Draw(new BulkPlan([1], [], [], 1, TimeSpan.Zero), busy: true, sentence: "Storage is busy.");

        Assert.True(preview.Find("[data-bulk-run]").HasAttribute("disabled"));
        Assert.Equal("Storage is busy.", preview.Find("[role=alert]").TextContent);
    }

    [Fact]
    public void Escape_leaves_everything_as_it_is()
    {
        Draw(new BulkPlan([1], [], [], 1, TimeSpan.Zero)).Find("[role=dialog]").KeyDown(new KeyboardEventArgs { Key = "Escape" });
        Assert.Equal((0, 1), (runs, cancels));
    }

    private static string Said(IRenderedComponent<BulkPreview> preview, string plan) =>
        string.Join(' ', preview.Find($"[data-plan={plan}]").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<BulkPreview> Draw(BulkPlan plan, bool busy = false, string? sentence = null)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        return Render<BulkPreview>(p => p
            .Add(b => b.Plan, plan)
            .Add(b => b.Intent, BulkIntent.Completion("COMPLETED"))
            .Add(b => b.Busy, busy)
            .Add(b => b.Sentence, sentence)
            .Add(b => b.OnRun, () => runs++)
            .Add(b => b.OnCancel, () => cancels++));
    }
}
