using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Dashboard.Web.Shell.Addresses;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Shell;

/// <summary>Everything under <c>/w/{slug}</c>: finds the member once for the frame; a workspace of others looks absent.</summary>
public sealed partial class WorkspaceLayout(CurrentMember member, IDashboardDbs dbs, NavigationManager navigation) : IDisposable
{
    private ErrorBoundary? boundary;
    private WorkspaceView? view;
    private bool absent;
    private long? openTask;
    private string? newTask;

    private string SkipAddress => new Uri(navigation.Uri).PathAndQuery + "#main";

    protected override Task OnInitializedAsync()
    {
        navigation.LocationChanged += Moved;
        Look();
        return FindAsync();
    }

    public void Dispose() => navigation.LocationChanged -= Moved;

    private void Moved(object? sender, LocationChangedEventArgs args) => _ = InvokeAsync(async () =>
    {
        boundary?.Recover();
        Look();
        if (view?.Slug != Slug)
        {
            await FindAsync();
        }

        StateHasChanged();
    });

    private void Look() => (openTask, newTask) = (Beside.TaskIn(navigation.Uri), Beside.NewIn(navigation.Uri));

    private string Slug => new Uri(navigation.Uri).AbsolutePath.Split('/') is ["", "w", var slug, ..] ? slug : "";

    private async Task FindAsync()
    {
        var slug = Slug;
        var actor = await member.FindAsync(slug);
        view = actor is null ? null : new WorkspaceView(slug, await NameAsync(actor), actor);
        absent = view is null;
    }

    private async Task<string> NameAsync(Actor actor)
    {
        await using var db = dbs.OpenDirectory();
        return await db.Workspaces.Where(w => w.Id == actor.Workspace).Select(w => w.Name).SingleAsync();
    }
}
