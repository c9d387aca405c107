using Dashboard.Application.Board.Views;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Dashboard.Web.Shell.Addresses;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Shell.Filters;

/// <summary>Saved views of a page: one's own and those the team shares. Which one is open stands in the address.</summary>
public sealed partial class ViewsMenu(ViewActions actions, NavigationManager navigation)
{
    private IReadOnlyList<ViewEntry> views = [];
    private Guid? edited;
    private int saved;
    private string? problem;
    private string? sentence;

    [Parameter, EditorRequired]
    public string Layout { get; set; } = "";

    [Parameter, EditorRequired]
    public WorkspaceView Workspace { get; set; } = null!;

    private bool MayShare => Workspace.Actor.Role >= Role.Manager;

    private string Query => PageAddress.ViewOf(navigation.Uri);

    private ViewEntry? Current => Guid.TryParse(PageAddress.One(navigation.Uri, "view"), out var id) ? views.FirstOrDefault(v => v.Id == id) : null;

    private bool IsChanged => Current is { } view && !Same(view.Query, Query);

    private IEnumerable<(string Title, IEnumerable<ViewEntry> Views)> Groups =>
        new[] { ("My views", views.Where(v => v.IsMine)), ("Shared by the team", views.Where(v => !v.IsMine)) }.Where(group => group.Item2.Any());

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var read = await actions.ListAsync(Workspace.Slug, Layout, CancellationToken.None);
        (views, sentence) = read.Ok ? (read.Value, null) : (views, read.Failure.Sentence);
    }

    private void Edit(ViewEntry view) => (edited, problem) = (view.Id, null);

    private void CloseForms() => (edited, problem) = (null, null);

    private async Task SaveAsync(ViewEntry? view, ViewDraft draft, string query)
    {
        var done = await actions.SaveAsync(Workspace.Slug, new ViewToSave(view?.Id, Layout, draft.Name, query, draft.Shared), CancellationToken.None);
        if (!done.Ok)
        {
            problem = done.Failure.Sentence;
            return;
        }

        CloseForms();
        saved++;
        await ReadAsync();
        if (view is null && views.FirstOrDefault(v => v.Id == done.Value.Id) is { } made)
        {
            navigation.NavigateTo(ViewActions.AddressOf(Workspace, Layout, made));
        }
    }

    private async Task DeleteAsync(ViewEntry view)
    {
        CloseForms();
        await SettleAsync(await actions.DeleteAsync(Workspace.Slug, view.Id, CancellationToken.None));
    }

    private async Task BeginAsync(ViewEntry view) =>
        await SettleAsync(await actions.BeginWithAsync(Workspace.Slug, Layout, view.IsDefault ? null : view.Id, CancellationToken.None));

    private async Task SettleAsync(Result<Done> result)
    {
        await ReadAsync();
        sentence = result.Ok ? null : result.Failure.Sentence;
    }

    private static bool Same(string one, string other)
    {
        static IEnumerable<string> Parts(string query) => QueryHelpers.ParseQuery(query).Select(p => $"{p.Key}={p.Value}").Order(StringComparer.Ordinal);
        return Parts(one).SequenceEqual(Parts(other));
    }
}

/// <summary>What the form of a view holds.</summary>
public sealed record ViewDraft(string Name, bool Shared);
