using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.Persistence;

public sealed class WorkspaceIsolationTests
{
    private static readonly WorkspaceId Ours = WorkspaceId.New();
    private static readonly WorkspaceId Theirs = WorkspaceId.New();

    [Theory, EveryEngine]
    public async Task Rows_of_another_workspace_are_not_there(Engine engine)
    {
        await using var database = await TestDatabase.OnAsync(engine);
        await using (var theirs = database.Open(Theirs))
        {
            theirs.AddRange(Rows.OfWorkspaces().Select(type => Rows.Of(type, theirs, Theirs)));
            await theirs.SaveChangesAsync();
        }

        await using var ours = database.Open(Ours);
        await using var again = database.Open(Theirs);
        await using var directory = database.Databases.OpenEngine();
        Assert.All(Rows.OfWorkspaces(), type =>
        {
            Assert.Equal(1, Rows.Count(again, type));
            Assert.Equal(0, Rows.Count(ours, type));
            Assert.Equal(0, Rows.Count(directory, type));
        });
    }

    [Fact]
    public async Task Saving_a_row_of_another_workspace_is_refused_for_every_type()
    {
        await using var database = await TestDatabase.NewAsync();
        foreach (var type in Rows.OfWorkspaces())
        {
            await using var ours = database.Open(Ours);
            ours.Add(Rows.Of(type, ours, Theirs));
            await Assert.ThrowsAsync<InvalidOperationException>(() => ours.SaveChangesAsync());
            Assert.Throws<InvalidOperationException>(() => ours.SaveChanges());
        }
    }

    [Fact]
    public async Task Deleting_a_row_of_another_workspace_is_refused()
    {
        await using var database = await TestDatabase.NewAsync();
        await using var ours = database.Open(Ours);
        ours.Remove(new AuditEntry { WorkspaceId = Theirs, Id = 1, At = default, Action = "x" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => ours.SaveChangesAsync());
    }

    [Fact]
    public async Task A_direct_delete_touches_our_rows_only()
    {
        await using var database = await TestDatabase.NewAsync();
        foreach (var workspace in new[] { Ours, Theirs })
        {
            await using var db = database.Open(workspace);
            db.Add(Rows.Of(typeof(AuditEntry), db, workspace));
            await db.SaveChangesAsync();
        }

        await using var ours = database.Open(Ours);
        Assert.Equal(1, await ours.Audit.ExecuteDeleteAsync());
        await using var theirs = database.Open(Theirs);
        Assert.Equal(1, await theirs.Audit.CountAsync());
    }

    [Fact]
    public void Every_type_of_a_workspace_is_in_the_model_with_the_filter()
    {
        using var db = new DesignTimeDb();
        Assert.NotEmpty(Rows.OfWorkspaces());
        Assert.All(Rows.OfWorkspaces(), type =>
            Assert.Contains(db.Context.Model.FindEntityType(type)!.GetDeclaredQueryFilters(), filter => filter.Key == Infrastructure.Persistence.DashboardDb.WorkspaceFilter));
    }

    [Fact]
    public async Task No_workspace_no_database()
    {
        await using var database = TestDatabase.Empty();
        Assert.Throws<ArgumentException>(() => database.Databases.Open(default));
    }
}
