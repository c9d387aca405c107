using Dashboard.EndToEndTests.Pages;

namespace Dashboard.EndToEndTests.Support;

/// <summary>
/// The usual scene, set once: Maya owns a workspace that is connected and read; Daniel, Aiko and Ben were invited as manager, member
/// and viewer. All of it through the pages.
/// </summary>
internal sealed class Scene(Stack stack)
{
    public const string WorkspaceName = "Northwind Sales";

    private readonly Dictionary<Person, string> cookies = [];
    private Task<string>? set;

    /// <returns>The slug of the workspace.</returns>
    public Task<string> WorkspaceAsync() => set ??= SetAsync();

    /// <returns>The browser state of a person who signed in before.</returns>
    public async Task<string> SignedInAsync(Person person)
    {
        await WorkspaceAsync();
        return cookies[person];
    }

    /// <summary>For the journeys after one that ended somebody's sessions.</summary>
    public async Task SignInAgainAsync(Person person)
    {
        var visitor = await Visitor.ArriveAsync(stack);
        await new SignInPage(visitor).SignInAsync(person, "/account");
        cookies[person] = await visitor.StateAsync();
        await visitor.LeaveAsync();
    }

    private async Task<string> SetAsync()
    {
        var owner = await Visitor.ArriveAsync(stack);
        await new SignInPage(owner).SignInAsync(Person.Maya);
        var made = await new WorkspacesPage(owner).CreateAsync(WorkspaceName);
        var connection = new ConnectionPage(owner, made);
        await (await connection.ConnectAsync()).AllowAsync();
        await connection.ReadAsync();

        foreach (var (person, role) in new[] { (Person.Daniel, "Manager"), (Person.Aiko, "Member"), (Person.Ben, "Viewer") })
        {
            var link = await new MembersPage(owner, made).InviteAsync(role);
            var guest = await Visitor.ArriveAsync(stack);
            await new SignInPage(guest).SignInAsync(person);
            await new JoinPage(guest).AcceptAsync(link);
            cookies[person] = await guest.StateAsync();
            await guest.LeaveAsync();
        }

        cookies[Person.Maya] = await owner.StateAsync();
        await owner.LeaveAsync();
        return made;
    }
}
