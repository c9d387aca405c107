namespace Dashboard.Application.Board.Views;

/// <param name="Id">The view that is changed; null for a new one.</param>
/// <param name="Layout">The page, such as <c>list</c> or <c>board</c>.</param>
/// <param name="Query">The query of the page's address.</param>
public sealed record ViewToSave(Guid? Id, string Layout, string Name, string Query, bool Shared = false);
