using Dashboard.Application.Board.Views;
using Dashboard.Application.Kernel;

namespace Dashboard.Web.Shell.Filters;

/// <summary>Saved views of a page, each time as the member the session says it is now.</summary>
public sealed class ViewActions(CurrentMember member, ListViews list, SaveView save, DeleteView delete, SetDefaultView standard)
{
    public Task<Result<IReadOnlyList<ViewEntry>>> ListAsync(string slug, string layout, CancellationToken ct) =>
        member.RunAsync(slug, actor => list.RunAsync(actor, layout, ct), ct);

    /// <returns>The address of the view somebody begins with on a page; null where that is the product's own.</returns>
    public async Task<string?> BeginningAsync(WorkspaceView workspace, string layout, CancellationToken ct)
    {
        var views = await ListAsync(workspace.Slug, layout, ct);
        return views.Ok && views.Value.FirstOrDefault(v => v.IsDefault) is { } view ? AddressOf(workspace, layout, view) : null;
    }

    public Task<Result<SavedView>> SaveAsync(string slug, ViewToSave view, CancellationToken ct) => member.RunAsync(slug, actor => save.RunAsync(actor, view, ct), ct);

    public Task<Result<Done>> DeleteAsync(string slug, Guid view, CancellationToken ct) => member.RunAsync(slug, actor => delete.RunAsync(actor, view, ct), ct);

    public Task<Result<Done>> BeginWithAsync(string slug, string layout, Guid? view, CancellationToken ct) =>
        member.RunAsync(slug, actor => standard.RunAsync(actor, layout, view, ct), ct);

    public static string AddressOf(WorkspaceView workspace, string layout, ViewEntry view) =>
        $"{workspace.Path(layout)}?{view.Query}{(view.Query.Length > 0 ? "&" : "")}view={view.Id:N}";
}
