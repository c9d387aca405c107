using Dashboard.Application.Kernel;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.Persistence;
using Xunit;

namespace Dashboard.UnitTests.Workspaces;

public sealed class CreateWorkspaceTests
{
    [Theory, EveryEngine]
    public async Task Whoever_makes_a_workspace_owns_it(Engine engine)
    {
        await using var town = await Town.NewAsync(engine);
        var (person, actor, workspace) = await town.FoundedAsync("Nordlicht  Vertrieb ");
        Assert.Equal("Nordlicht Vertrieb", workspace.Name);
        Assert.Equal("nordlicht-vertrieb", workspace.Slug);
        Assert.Equal(Role.Owner, actor.Role);
        Assert.Equal(["workspace.created"], await town.AuditAsync(workspace.Id));

        var listed = Assert.Single(await new ListWorkspaces(town.Database.Databases).RunAsync(person, default));
        Assert.Equal(new WorkspaceChoice(workspace.Id, workspace.Slug, workspace.Name, Role.Owner), listed);
    }

    [Fact]
    public async Task Equal_names_get_addresses_of_their_own_also_at_once()
    {
        await using var town = await Town.NewAsync();
        var person = await town.PersonAsync("P");
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => town.Create.RunAsync(person, "Team", default))));
        Assert.Equal(["team", "team-2", "team-3", "team-4", "team-5", "team-6"], made.Select(m => m.Value.Slug).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\n ")]
    [InlineData(null)]
    [InlineData("a\u0007b")]
    public async Task A_name_that_cannot_be_shown_is_refused(string? name)
    {
        await using var town = await Town.NewAsync();
        var made = await town.Create.RunAsync(await town.PersonAsync("P"), name!, default);
        Assert.Equal("name", Assert.IsType<Failure.Invalid>(made.Failure).Field);
    }

    [Fact]
    public void A_name_of_101_characters_is_refused_and_one_of_100_is_not()
    {
        Assert.True(WorkspaceName.Parse(new string('x', 100)).Ok);
        Assert.False(WorkspaceName.Parse(new string('x', 101)).Ok);
    }

    [Fact]
    public void Half_a_character_is_refused_and_a_whole_one_is_not()
    {
        const string rocket = "\ud83d\ude80";
        Assert.True(WorkspaceName.Parse($"a{rocket}b").Ok);
        Assert.False(WorkspaceName.Parse($"a{rocket[0]}b").Ok);
        Assert.False(WorkspaceName.Parse($"a{rocket[1]}").Ok);
    }

    [Theory]
    [InlineData("Müller & Söhne", "muller-sohne")]
    [InlineData("  --A__B--  ", "a-b")]
    [InlineData("فريق المبيعات", "team")]
    [InlineData("🚀", "team")]
    [InlineData("../../etc", "etc")]
    [InlineData("Straße 9", "stra-e-9")]
    public void An_address_has_letters_digits_and_hyphens_only(string name, string slug) => Assert.Equal(slug, WorkspaceSlug.From(name));
}
