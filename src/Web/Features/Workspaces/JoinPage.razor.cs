using Dashboard.Application.Workspaces.Invitations;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Workspaces;

/// <summary>What an invitation link opens. Looking has no effect; joining is a click.</summary>
public sealed partial class JoinPage(WorkspaceActions actions, NavigationManager navigation)
{
    private InvitationPreview? preview;
    private string? sentence;
    private bool busy;

    [Parameter]
    public string Token { get; set; } = "";

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    protected override async Task OnInitializedAsync()
    {
        var read = await actions.PreviewAsync(Token, CancellationToken.None);
        preview = read.Ok ? read.Value : null;
        sentence = read.Failure?.Sentence;
    }

    private string Until(DateTimeOffset instant) => Viewer.Clock().Words(instant, "ddd d MMM");

    private async Task AcceptAsync()
    {
        busy = true;
        var joined = await actions.AcceptAsync(Token, CancellationToken.None);
        if (joined.Ok)
        {
            navigation.NavigateTo($"/w/{joined.Value.Slug}/board");
            return;
        }

        (busy, preview, sentence) = (false, null, joined.Failure.Sentence);
    }
}
