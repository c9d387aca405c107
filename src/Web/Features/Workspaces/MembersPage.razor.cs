using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Workspaces;

/// <summary>Who belongs to the workspace. Changes of others show at once; being removed leads out.</summary>
public sealed partial class MembersPage(MemberActions actions, IWorkspaceFeed feed, NavigationManager navigation) : IDisposable
{
    private MembersSeen? seen;
    private string? sentence;
    private IDisposable? listening;

    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    public void Dispose() => listening?.Dispose();

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            listening = feed.Subscribe(Workspace.Actor.Workspace, signal =>
            {
                if (signal is WorkspaceSignal.MembersChanged)
                {
                    _ = InvokeAsync(ReadAndShowAsync);
                }
            });
        }
    }

    private async Task ReadAndShowAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        var read = await actions.ListAsync(Slug, CancellationToken.None);
        if (read.Ok)
        {
            seen = read.Value;
        }
        else
        {
            navigation.NavigateTo("/workspaces?choose");
        }
    }

    private async Task ChangeAsync(Guid person, Role role) => await SayAsync(actions.ChangeAsync(Slug, person, role, CancellationToken.None));

    private async Task RemoveAsync(Guid person) => await SayAsync(actions.RemoveAsync(Slug, person, CancellationToken.None));

    private async Task LeaveAsync()
    {
        if (await SayAsync(actions.LeaveAsync(Slug, CancellationToken.None)))
        {
            navigation.NavigateTo("/workspaces?choose");
        }
    }

    private async Task<bool> SayAsync(Task<Result<Done>> doing)
    {
        sentence = (await doing).Failure?.Sentence;
        if (sentence is not null)
        {
            // What the person chose did not happen: show what is.
            await ReadAsync();
        }

        return sentence is null;
    }
}
