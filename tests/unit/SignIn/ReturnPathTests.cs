using Dashboard.UnitTests.SignIn.Support;
using Dashboard.Web.SignIn;
using Xunit;

namespace Dashboard.UnitTests.SignIn;

/// <summary>After signing in a person lands on this site, whatever the address said.</summary>
public sealed class ReturnPathTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    [Theory, Trait("Checklist", "O29")]
    [InlineData("/")]
    [InlineData("/w/acme/board")]
    [InlineData("/w/acme/board?owner=me&due=today")]
    [InlineData("/w/acme/board?text=a%20b")]
    [InlineData("/w/acme/board?text=caf%C3%A9")]
    [InlineData("/w/acme/board?task=123#notes")]
    [InlineData("/w/acme/board?mail=a@b.example")]
    [InlineData("/w/acme/board?link=https%3A%2F%2Fexample.org%2Fx")]
    [InlineData("/w/acme/board?link=https://example.org/x")]
    [InlineData("/w/acme/calendar?week=2026-W48")]
    [InlineData("/w/%E6%9D%B1%E4%BA%AC")]
    [InlineData("/a.b/c;d")]
    [InlineData("/100%")]
    public void A_path_of_this_site_is_kept(string path) => Assert.Equal(path, ReturnPath.OrHome(path));

    [Theory, Trait("Checklist", "O29")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("board")]
    [InlineData(" /board")]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\/evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\\/evil.example")]
    [InlineData("\\evil.example")]
    [InlineData("/a\\b")]
    [InlineData("/a?b=\\c")]
    [InlineData("https://evil.example")]
    [InlineData("HTTPS://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https:/evil.example")]
    [InlineData("http:///evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("vbscript:x")]
    [InlineData("mailto:a@evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("/\r\nLocation: https://evil.example")]
    [InlineData("/a\0b")]
    [InlineData("/a\u007fb")]
    [InlineData("/a\u0085b")]
    [InlineData("/a\u2028b")]
    [InlineData("/a\u202eb")]
    [InlineData("/\u200b/evil.example")]
    [InlineData("/%2Fevil.example")]
    [InlineData("/%2f%2fevil.example")]
    [InlineData("%2F%2Fevil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("/%5c%5cevil.example")]
    [InlineData("/%252Fevil.example")]
    [InlineData("/%255Cevil.example")]
    [InlineData("/%25252Fevil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("/%0d%0aLocation:%20https://evil.example")]
    [InlineData("/%0D%0ASet-Cookie:a=b")]
    [InlineData("/%00")]
    [InlineData("/%E2%80%AEevil")]
    [InlineData("/a//evil.example")]
    [InlineData("/..//evil.example")]
    [InlineData("/.//evil.example")]
    [InlineData("/@evil.example")]
    [InlineData("/user:pass@evil.example")]
    [InlineData("/%40evil.example")]
    [InlineData("@evil.example")]
    [InlineData("?next=//evil.example")]
    [InlineData("#//evil.example")]
    [InlineData("~/board")]
    [InlineData("./board")]
    [InlineData("../board")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.example%2f..")]
    public void Anything_else_leads_home(string? path) => Assert.Equal("/", ReturnPath.OrHome(path));

    [Fact, Trait("Checklist", "O29")]
    public void Two_kibibytes_are_enough()
    {
        Assert.True(ReturnPath.IsLocal("/" + new string('a', 2047)));
        Assert.False(ReturnPath.IsLocal("/" + new string('a', 2048)));
    }

    [Theory, Trait("Checklist", "O29")]
    [InlineData("//evil.example", "/")]
    [InlineData("/%2Fevil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/w/acme/board?due=today", "/w/acme/board?due=today")]
    public async Task The_whole_way_through_the_provider_keeps_to_it(string asked, string landed)
    {
        var (_, browser) = await fixture.NextAsync();
        Assert.Equal(landed, (await browser.SignInAsync("maya-okafor", asked)).Headers.Location?.ToString());
        Assert.Equal(landed, (await browser.GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(asked)}")).Headers.Location?.ToString());
    }
}
