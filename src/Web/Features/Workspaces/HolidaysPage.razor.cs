using Dashboard.Application.Kernel;
using Dashboard.Application.People.Settings;
using Dashboard.Application.Workspaces.Holidays;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Workspaces;

/// <summary>The holidays of the workspace: members read them, admins change them.</summary>
public sealed partial class HolidaysPage(CurrentMember member, ListHolidays list, AddHoliday add, RemoveHoliday remove, TimeProvider time)
{
    private IReadOnlyList<(DateOnly Date, string Name)>? days;
    private string? sentence;

    [Parameter]
    public string Slug { get; set; } = "";

    [CascadingParameter]
    public WorkspaceView Workspace { get; set; } = null!;

    [CascadingParameter]
    public ViewerSettings Viewer { get; set; } = ViewerSettings.Unknown;

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var read = await member.RunAsync<IReadOnlyList<FreeDay>>(Slug, async actor => (await list.RunAsync(actor, CancellationToken.None)).ToList());
        days = read.Ok ? [.. read.Value.Select(day => (day.Date, day.Name))] : days ?? [];
        sentence = read.Failure?.Sentence;
    }

    private Task<Failure?> AddAsync(DateOnly day, string name) => ThenReadAsync(member.RunAsync(Slug, actor => add.RunAsync(actor, day, name, CancellationToken.None)));

    private Task<Failure?> RemoveAsync(DateOnly day) => ThenReadAsync(member.RunAsync(Slug, actor => remove.RunAsync(actor, day, CancellationToken.None)));

    private async Task<Failure?> ThenReadAsync(Task<Result<Done>> doing)
    {
        var failure = (await doing).Failure;
        await ReadAsync();
        StateHasChanged();
        return failure;
    }
}
