using System.Security.Claims;
using Bunit;
using Dashboard.Application;
using Dashboard.Application.Connections;
using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Dashboard.Application.Workspaces;
using Dashboard.Infrastructure.HubSpot;
using Dashboard.Infrastructure.Secrets;
using Dashboard.UnitTests.Board;
using Dashboard.Web.Features.Bulk;
using Dashboard.Web.Features.Changes;
using Dashboard.Web.Features.List;
using Dashboard.Web.Features.Tasks;
using Dashboard.Web.Shell;
using Dashboard.Web.Shell.Addresses;
using Dashboard.Web.Shell.Filters;
using Dashboard.Web.SignIn;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.UnitTests.Support;

/// <summary>Components with the use cases behind them, on a real database, for a signed-in person in a role. HubSpot is not connected.</summary>
public abstract class PageContext : BunitContext
{
    protected const string Slug = "acme";

    protected Desk Desk { get; private set; } = null!;

    protected WorkspaceView Workspace { get; private set; } = null!;

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await Desk.DisposeAsync();
    }

    protected async Task SitAsync(Role role)
    {
        Desk = await Desk.NewAsync();
        var actor = Desk.As(role);
        Workspace = new WorkspaceView(Slug, "Acme", actor);
        await using (var directory = Desk.Databases.OpenDirectory())
        {
            directory.Workspaces.Add(new Workspace { Id = Desk.Workspace, Slug = Slug, Name = "Acme", CreatedAt = Desk.Now });
            directory.People.Add(new Person { Id = actor.PersonId, Issuer = "https://idp.example", Subject = "aiko", Name = actor.Name });
            directory.Members.Add(new Member { WorkspaceId = Desk.Workspace, PersonId = actor.PersonId, Role = role, JoinedAt = Desk.Now, OwnerId = Desk.Me });
            directory.Sessions.Add(new Session
            {
                KeyHash = "key", PersonId = actor.PersonId, Ticket = [], StartedAt = Desk.Now, LastSeenAt = Desk.Now, IdleUntil = Desk.Now.AddYears(1), EndsAt = Desk.Now.AddYears(1),
            });
            await directory.SaveChangesAsync();
        }

        var keys = VaultKeys.From(new SecretsOptions { CurrentKey = "test", Keys = { ["test"] = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(VaultKeys.KeyBytes)) } });
        Services
            .AddSingleton<TimeProvider>(Desk.Clock)
            .AddSingleton(Desk.Databases)
            .AddSingleton<IWorkspaceFeed>(Desk.Feed)
            .AddSingleton<ITokenVault>(new TokenVault(keys))
            .AddHubSpot(new HubSpotOptions())
            .AddApplication()
            .AddSingleton<Actors>()
            .AddSingleton<HubSpotAddress>()
            .AddScoped<AuthenticationStateProvider>(_ => new Signed(actor.PersonId))
            .AddScoped<CurrentMember>()
            .AddScoped<ViewActions>()
            .AddScoped<BulkActions>()
            .AddTaskPages()
            .AddListPages()
            .AddChangePages();
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.SetupModule("/ui/tasks/drafts.js").Setup<Draft[]>("read", _ => true).SetResult([]);
    }

    private sealed class Signed(Guid person) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(SignInClaims.Person, person.ToString()), new Claim(SignInClaims.Session, "key")], "test"))));
    }
}
