using System.Globalization;
using Dashboard.Application.People;
using Dashboard.Application.Workspaces;
using Dashboard.Web.Shell;
using Dashboard.Web.SignIn;
using Dashboard.Web.SignIn.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Web.Features.Account;

/// <summary>The person's own sessions. Signing out is a plain form: it works without a circuit and ends it.</summary>
public sealed partial class AccountPage(AuthenticationStateProvider authentication, Actors actors, ListSessions list, NavigationManager navigation)
{
    private Person? person;
    private IReadOnlyList<SessionRow> sessions = [];
    private IReadOnlyList<WorkspaceChoice> workspaces = [];

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    [Inject]
    private SessionStore Sessions { get; set; } = null!;

    [Inject]
    private ListWorkspaces Workspaces { get; set; } = null!;

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var principal = (await authentication.GetAuthenticationStateAsync()).User;
        person = await actors.PersonAsync(principal, CancellationToken.None);
        if (person is null)
        {
            navigation.NavigateTo("/sign-in", forceLoad: true);
            return;
        }

        sessions = await list.RunAsync(person, principal.SessionHash() ?? "", CancellationToken.None);
        workspaces = [.. await Workspaces.RunAsync(person, CancellationToken.None)];
    }

    private async Task EndAsync(string keyHash)
    {
        // Only what was listed as the person's own just now.
        await ReadAsync();
        if (sessions.Any(session => session.KeyHash == keyHash))
        {
            await Sessions.EndAsync(keyHash, CancellationToken.None);
            await ReadAsync();
        }
    }

    private string Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Viewer.Zone()).ToString("d MMM HH:mm", CultureInfo.InvariantCulture);
}
