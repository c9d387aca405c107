using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Tasks.Editing;
using Dashboard.Application.Workspaces;
using Dashboard.Web.Shell;
using Dashboard.Web.SignIn;
using Dashboard.Web.SignIn.Sessions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Web.Features.Account;

/// <summary>The person's own settings and sessions. Signing out is a plain form: it works without a circuit and ends it.</summary>
public sealed partial class AccountPage(AuthenticationStateProvider authentication, Actors actors, ListSessions list, NavigationManager navigation, TimeProvider time)
{
    private Person? person;
    private IReadOnlyList<SessionRow> sessions = [];
    private IReadOnlyList<WorkspaceChoice> workspaces = [];
    private IReadOnlyList<(DateOnly Date, string Name)> daysOff = [];
    private KeptSettings kept = KeptSettings.None;
    private ElementReference saved;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    /// <summary>Said after the load that follows a save.</summary>
    [SupplyParameterFromQuery(Name = "saved")]
    public string? Saved { get; set; }

    [Inject]
    private SessionStore Sessions { get; set; } = null!;

    [Inject]
    private ListWorkspaces Workspaces { get; set; } = null!;

    [Inject]
    private ShowSettings Settings { get; set; } = null!;

    [Inject]
    private SaveSettings Keep { get; set; } = null!;

    [Inject]
    private ListDaysOff ListDays { get; set; } = null!;

    [Inject]
    private AddDayOff AddDay { get; set; } = null!;

    [Inject]
    private RemoveDayOff RemoveDay { get; set; } = null!;

    private DateOnly Today => LocalTime.Day(time.GetUtcNow(), Viewer.Zone());

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Saved is not null && person is not null)
        {
            await saved.FocusAsync();
        }
    }

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
        kept = await Settings.RunAsync(person.Id, CancellationToken.None);
        daysOff = [.. (await ListDays.RunAsync(person.Id, CancellationToken.None)).Select(day => (day.Date, day.Name))];
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

    private async Task<Failure?> SaveAsync(KeptSettings wanted)
    {
        var failure = await AsPersonAsync(async who => (await Keep.RunAsync(who, wanted, CancellationToken.None)).Failure);
        if (failure is null)
        {
            navigation.NavigateTo("/account?saved=time", forceLoad: true);
        }

        return failure;
    }

    private Task<Failure?> AddDayAsync(DateOnly day, string name) => AsPersonAsync(async who => (await AddDay.RunAsync(who, day, name, CancellationToken.None)).Failure);

    private Task<Failure?> RemoveDayAsync(DateOnly day) => AsPersonAsync(async who =>
    {
        await RemoveDay.RunAsync(who, day, CancellationToken.None);
        return null;
    });

    /// <summary>As whoever the session says it is now; then all is read again.</summary>
    private async Task<Failure?> AsPersonAsync(Func<Guid, Task<Failure?>> change)
    {
        await ReadAsync();
        if (person is null)
        {
            return new Failure.NotFound("Your session");
        }

        try
        {
            var failure = await change(person.Id);
            await ReadAsync();
            // A part of the page asked, which draws only itself.
            StateHasChanged();
            return failure;
        }
        catch (NotSavedException busy)
        {
            return new Failure.Unavailable(busy.Message);
        }
    }

    private string Local(DateTimeOffset instant) => Viewer.Clock().Words(instant, "d MMM");
}
