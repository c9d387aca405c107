using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Workspaces;

/// <summary>Choose a workspace or create one. With a single workspace it goes straight there, unless the address says <c>?choose</c>.</summary>
public sealed partial class WorkspacesPage(WorkspaceActions actions, NavigationManager navigation)
{
    private IReadOnlyList<WorkspaceChoice>? choices;
    private string name = "";
    private string? problem;
    private string? sentence;
    private bool busy;

    protected override async Task OnInitializedAsync()
    {
        var listed = await actions.ListAsync(CancellationToken.None);
        sentence = listed.Failure?.Sentence;
        var mine = listed.Ok ? listed.Value : [];
        if (mine is [var only] && !new Uri(navigation.Uri).Query.Contains("choose", StringComparison.Ordinal))
        {
            navigation.NavigateTo($"/w/{only.Slug}/board");
            return;
        }

        choices = mine;
    }

    /// <summary>What stands for a workspace where there is no room for its name.</summary>
    internal static string Initial(string name) => new System.Globalization.StringInfo(name).SubstringByTextElements(0, 1).ToUpperInvariant();

    private async Task CreateAsync()
    {
        if (busy)
        {
            return;
        }

        (busy, problem) = (true, null);
        var made = await actions.CreateAsync(name, CancellationToken.None);
        if (made.Ok)
        {
            // The board of an empty workspace has nothing to show: the connection comes first.
            navigation.NavigateTo($"/w/{made.Value.Slug}/settings/connection");
            return;
        }

        (busy, problem) = (false, made.Failure is Failure.Invalid { Field: "name" } ? made.Failure.Sentence : null);
        sentence = problem is null ? made.Failure.Sentence : null;
    }
}
