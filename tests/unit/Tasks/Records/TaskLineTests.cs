using Bunit;
using Dashboard.Application.Board;
using Dashboard.Application.Links;
using Dashboard.Application.Records;
using Dashboard.Application.Tasks;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Board;
using Dashboard.Web.Features.Records;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Dashboard.UnitTests.Tasks.Records;

public sealed class TaskLineTests : BunitContext
{
    private static readonly Dashboard.Application.Kernel.WorkspaceId Workspace = Dashboard.Application.Kernel.WorkspaceId.New();

    private static readonly RenderFragment Buttons = builder => builder.AddMarkupContent(0, "<button>Pin</button>");

    [Fact]
    public void Whatever_HubSpot_holds_is_text()
    {
        var line = Draw("<script>alert(1)</script>", new RelatedRecord("0-1", 5, "\"><svg onload=alert(1)>"), null, Buttons);

        Assert.Empty(line.FindAll("script, svg[onload], [onclick]"));
        Assert.Contains("<script>alert(1)</script>", line.Find("[data-open]").TextContent);
        Assert.Contains("onload", line.Find("[data-via] a").TextContent);
    }

    [Fact]
    public void Sixty_four_kilobytes_of_subject_are_cut() => Assert.True(Draw(new string('x', 65_536), null, null, Buttons).Markup.Length < 4_000);

    [Fact]
    public void A_refusal_gives_the_reason_and_both_ways_on_and_none_to_a_viewer()
    {
        var sign = new TaskSign(TaskChangeState.Refused, Guid.NewGuid(), "HubSpot did not accept this: not associated.");

        Assert.Equal(["Try again", "Let it be", "Pin"], Draw("Call", null, sign, Buttons).FindAll("button").Select(b => b.TextContent));
        var read = Draw("Call", null, sign, null);
        Assert.Contains("not associated", read.Find(".refusal").TextContent);
        Assert.Empty(read.FindAll("button"));
    }

    private IRenderedComponent<TaskLine> Draw(string subject, RelatedRecord? via, TaskSign? sign, RenderFragment? actions)
    {
        var task = new CrmTask { WorkspaceId = Workspace, Id = 7, Subject = subject, Due = Desk.Now.AddDays(-2) };
        var record = new CrmRecord { WorkspaceId = Workspace, ObjectType = "0-2", Id = 9, Name = "Acme" };
        var sheet = new RecordSheet(
            new RecordDetails(record, null, [task], [], null), new PortalWords([], []), sign is null ? new Dictionary<long, TaskSign>() : new() { [7] = sign }, Desk.Now);
        return Render<TaskLine>(p => p
            .Add(l => l.Task, task).Add(l => l.Sheet, sheet).Add(l => l.Clock, new(Desk.Berlin, false)).Add(l => l.Address, "/x").Add(l => l.Via, via).Add(l => l.Actions, actions)
            .Add(l => l.Workspace, new WorkspaceView("north", "North", new Actor(Workspace, Guid.NewGuid(), "Ana", Role.Member))));
    }
}
