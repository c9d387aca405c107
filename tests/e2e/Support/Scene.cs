using System.Diagnostics;
using Dashboard.EndToEndTests.Pages;

namespace Dashboard.EndToEndTests.Support;

/// <summary>
/// The usual scene, set once: Maya owns a workspace that is connected and read; Daniel, Aiko and Ben were invited as manager, member
/// and viewer. All of it through the pages.
/// </summary>
internal sealed class Scene(Stack stack)
{
    /// <summary>Sessions end when nobody uses them for half an hour; a person may have no journey for longer than that.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly Dictionary<Person, long> kept = [];

    public const string WorkspaceName = "Northwind Sales";

    private readonly Dictionary<Person, string> cookies = [];
    private Task<string>? set;

    /// <returns>The slug of the workspace.</returns>
    public Task<string> WorkspaceAsync() => set ??= SetAsync();

    /// <returns>The browser state of a person who is signed in.</returns>
    public async Task<string> SignedInAsync(Person person)
    {
        await WorkspaceAsync();
        if (!cookies.ContainsKey(person) || Stopwatch.GetElapsedTime(kept[person]) > Fresh)
        {
            var visitor = await Visitor.ArriveAsync(stack);
            await new SignInPage(visitor).SignInAsync(person, "/account");
            await KeepAsync(visitor, person);
        }

        return cookies[person];
    }

    /// <summary>After a journey ended somebody's sessions: the next one signs in anew.</summary>
    public void Forget(Person person) => cookies.Remove(person);

    private async Task KeepAsync(Visitor visitor, Person person)
    {
        (cookies[person], kept[person]) = (await visitor.StateAsync(), Stopwatch.GetTimestamp());
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
            await KeepAsync(guest, person);
        }

        await KeepAsync(owner, Person.Maya);
        return made;
    }
}
