using Dashboard.Application.Workspaces;
using Dashboard.Application.Workspaces.Members;
using Dashboard.Web.Shell;
using Dashboard.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Workspaces;

/// <summary>Makes invitation links and lists the open ones. The list follows the feed; only the new link's secret lives here.</summary>
public sealed partial class InvitePart(MemberActions actions, PublicOrigin origin, NavigationManager navigation)
{
    private Role role = Role.Member;
    private string? link;
    private Guid? linkedTo;
    private bool linkListed;
    private string? sentence;
    private bool busy;

    [Parameter, EditorRequired]
    public string Slug { get; set; } = "";

    [Parameter, EditorRequired]
    public Actor You { get; set; } = null!;

    [Parameter, EditorRequired]
    public IReadOnlyList<InvitationRow> Open { get; set; } = [];

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    /// <summary>Used or withdrawn, the new link is of no more use.</summary>
    protected override void OnParametersSet()
    {
        var listed = Open.Any(invitation => invitation.Id == linkedTo);
        if (linkListed && !listed)
        {
            link = null;
        }

        linkListed = listed;
    }

    private async Task InviteAsync()
    {
        busy = true;
        var made = await actions.InviteAsync(Slug, role, CancellationToken.None);
        link = made.Ok ? $"{origin.Configured ?? navigation.BaseUri.TrimEnd('/')}/join/{made.Value.Token}" : null;
        linkedTo = made.Ok ? made.Value.Id : null;
        linkListed = Open.Any(invitation => invitation.Id == linkedTo);
        (busy, sentence) = (false, made.Failure?.Sentence);
    }

    private async Task WithdrawAsync(Guid invitation) => sentence = (await actions.WithdrawAsync(Slug, invitation, CancellationToken.None)).Failure?.Sentence;

    private string Until(DateTimeOffset instant) => Viewer.Clock().Words(instant, "ddd d MMM");
}
