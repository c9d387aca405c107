using Dashboard.Application.Board.Views;
using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Xunit;

namespace Dashboard.UnitTests.Board;

public sealed class ViewTests
{
    [Fact]
    public async Task A_view_is_one_s_own_until_it_is_shared()
    {
        await using var desk = await Desk.NewAsync();
        var (maya, tom) = (desk.As(Role.Manager), desk.As(Role.Member));
        var own = (await SaveAsync(desk, maya, "Mine")).Value;
        await SaveAsync(desk, maya, "Ours", shared: true);

        Assert.Equal(["Mine", "Ours"], await NamesAsync(desk, maya));
        Assert.Equal(["Ours"], await NamesAsync(desk, tom));
        Assert.IsType<Failure.NotFound>((await new SaveView(desk.Databases, desk.Clock).RunAsync(tom, new(own.Id, "list", "Stolen", "a=b"), default)).Failure);
        Assert.IsType<Failure.Forbidden>((await SaveAsync(desk, tom, "Shared by a member", shared: true)).Failure);
    }

    [Fact]
    public async Task Each_person_has_a_default_on_each_page()
    {
        await using var desk = await Desk.NewAsync();
        var (maya, tom) = (desk.As(Role.Manager), desk.As(Role.Member));
        var ours = (await SaveAsync(desk, maya, "Ours", shared: true)).Value;
        Assert.True((await new SetDefaultView(desk.Databases).RunAsync(tom, "list", ours.Id, default)).Ok);
        Assert.IsType<Failure.NotFound>((await new SetDefaultView(desk.Databases).RunAsync(tom, "board", ours.Id, default)).Failure);

        Assert.True((await ListAsync(desk, tom)).Single().IsDefault);
        Assert.False((await ListAsync(desk, maya)).Single().IsDefault);
        Assert.True((await new DeleteView(desk.Databases).RunAsync(maya, ours.Id, default)).Ok);
        Assert.Empty(await ListAsync(desk, tom));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("mine")]
    public async Task A_name_is_there_and_once(string name)
    {
        await using var desk = await Desk.NewAsync();
        var maya = desk.As(Role.Member);
        await SaveAsync(desk, maya, "Mine");
        Assert.Equal(["name"], Assert.IsType<Failure.Unfit>((await SaveAsync(desk, maya, name)).Failure).Fields.Keys);
    }

    private static Task<Result<SavedView>> SaveAsync(Desk desk, Actor actor, string name, bool shared = false) =>
        new SaveView(desk.Databases, desk.Clock).RunAsync(actor, new ViewToSave(null, "list", name, "?owner=me", shared), default);

    private static async Task<IReadOnlyList<ViewEntry>> ListAsync(Desk desk, Actor actor) => (await new ListViews(desk.Databases).RunAsync(actor, "list", default)).Value;

    private static async Task<IEnumerable<string>> NamesAsync(Desk desk, Actor actor) => (await ListAsync(desk, actor)).Select(v => v.Name);
}
