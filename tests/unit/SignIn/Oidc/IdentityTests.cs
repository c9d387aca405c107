using System.Net;
using Dashboard.Application.Kernel;
using Dashboard.Application.People;
using Dashboard.Application.Workspaces;
using Dashboard.UnitTests.SignIn.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Dashboard.UnitTests.SignIn.Oidc;

/// <summary>Who a sign-in makes of somebody, and where that lets them.</summary>
public sealed class IdentityTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    [Fact, Trait("Checklist", "O22")]
    public async Task Name_and_address_come_from_userinfo_when_the_token_lacks_them()
    {
        var (host, browser) = await fixture.NextAsync();
        await host.FaultAsync("thin-id-token");
        await browser.SignInAsync("aiko-tanaka");
        Assert.Contains("name=Aiko Tanaka", await browser.ReadAsync("/who"));
        Assert.Equal(1, await host.CallsAsync("userinfo"));
    }

    [Fact, Trait("Checklist", "O22")]
    public async Task Userinfo_of_somebody_else_is_refused()
    {
        var (host, browser) = await fixture.NextAsync();
        await host.FaultAsync("thin-id-token");
        await host.FaultAsync("userinfo-sub", "maya-okafor");
        await host.AssertRefusedAsync(browser, await browser.SignInAsync("ben-fischer"), HttpStatusCode.BadRequest, "could not be accepted", "described somebody else");
    }

    [Fact, Trait("Checklist", "O13"), Trait("Checklist", "O22")]
    public async Task Userinfo_out_of_order_is_told_as_unavailable()
    {
        var (host, browser) = await fixture.NextAsync();
        await host.FaultAsync("thin-id-token");
        await host.FaultAsync("userinfo-500");
        await host.AssertRefusedAsync(browser, await browser.SignInAsync(), HttpStatusCode.ServiceUnavailable, "Sign-in is unavailable", "userinfo endpoint answered 500");
    }

    [Fact, Trait("Checklist", "O23")]
    public async Task Another_account_with_the_same_address_is_another_person()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync("maya-okafor");
        using var other = new TestBrowser(host.Address);
        await host.FaultAsync("claim-email", "\"maya.okafor@northwind.example\"");
        await other.SignInAsync("ben-fischer");

        Assert.NotEqual((await PersonAsync(host, "maya-okafor")).Id, (await PersonAsync(host, "ben-fischer")).Id);
        Assert.Equal("maya.okafor@northwind.example", (await PersonAsync(host, "ben-fischer")).Email);
    }

    [Fact, Trait("Checklist", "O23")]
    public async Task A_subject_in_other_letter_case_is_another_person()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync("maya-okafor");
        using var other = new TestBrowser(host.Address);
        await host.FaultAsync("claim-sub", "\"MAYA-OKAFOR\"");
        await other.SignInAsync();
        Assert.NotEqual((await PersonAsync(host, "maya-okafor")).Id, (await PersonAsync(host, "MAYA-OKAFOR")).Id);
    }

    [Fact, Trait("Checklist", "O23")]
    public async Task A_changed_address_keeps_the_person_and_an_unverified_one_is_marked_so()
    {
        var (host, browser) = await fixture.NextAsync();
        await browser.SignInAsync("daniel-reyes");
        var before = await PersonAsync(host, "daniel-reyes");
        Assert.True(before.EmailVerified);

        using var later = new TestBrowser(host.Address);
        await host.FaultAsync("claim-email", "\"dan@elsewhere.example\"");
        await host.FaultAsync("claim-email_verified", "false");
        await later.SignInAsync("daniel-reyes");
        var after = await PersonAsync(host, "daniel-reyes");
        Assert.Equal(before.Id, after.Id);
        Assert.Equal("dan@elsewhere.example", after.Email);
        Assert.False(after.EmailVerified);
    }

    [Fact, Trait("Checklist", "O23")]
    public async Task Two_first_sign_ins_at_once_make_one_person()
    {
        var (host, browser) = await fixture.NextAsync();
        using var twin = new TestBrowser(host.Address);
        await Task.WhenAll(browser.SignInAsync("aiko-tanaka"), twin.SignInAsync("aiko-tanaka"));
        Assert.True(await browser.IsSignedInAsync());
        Assert.True(await twin.IsSignedInAsync());
        await PersonAsync(host, "aiko-tanaka");
    }

    [Fact, Trait("Checklist", "O24")]
    public async Task A_workspace_opens_to_its_members_whatever_a_claim_or_header_says()
    {
        var (host, browser) = await fixture.NextAsync();
        var workspace = await WorkspaceAsync(host, "acme");
        await host.FaultAsync("claim-tenant", "\"acme\"");
        await browser.SignInAsync("ben-fischer");

        var request = new HttpRequestMessage(HttpMethod.Get, "/w/acme");
        request.Headers.Add("X-Tenant", "acme");
        var stranger = await browser.SendAsync(request);
        var missing = await browser.GetAsync("/w/nothing-there");
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        Assert.Equal(await missing.Content.ReadAsStringAsync(), await stranger.Content.ReadAsStringAsync());

        var person = await PersonAsync(host, "ben-fischer");
        await using var db = host.Dbs.OpenDirectory();
        db.Members.Add(new Member { WorkspaceId = workspace, PersonId = person.Id, Role = Role.Viewer, JoinedAt = host.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
        Assert.Equal("Viewer", await browser.ReadAsync("/w/acme"));

        await db.Members.ExecuteDeleteAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/w/acme")).StatusCode);
    }

    private static async Task<WorkspaceId> WorkspaceAsync(SignInHost host, string slug)
    {
        await using var db = host.Dbs.OpenDirectory();
        var id = WorkspaceId.New();
        db.Workspaces.Add(new Workspace { Id = id, Slug = slug, Name = slug, CreatedAt = host.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
        return id;
    }

    private static async Task<Person> PersonAsync(SignInHost host, string subject)
    {
        await using var db = host.Dbs.OpenDirectory();
        return await db.People.SingleAsync(p => p.Subject == subject);
    }
}
