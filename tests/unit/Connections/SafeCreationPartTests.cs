using Bunit;
using Dashboard.Application.Connections.OperationIds;
using Dashboard.Application.Kernel;
using Dashboard.Web.Features.Connections;
using Xunit;

namespace Dashboard.UnitTests.Connections;

public sealed class SafeCreationPartTests : BunitContext
{
    [Fact]
    public void With_the_property_it_says_so_and_offers_nothing()
    {
        var part = Show(OperationIdState.Usable, null);
        Assert.Contains("Safe to repeat", part.Markup);
        Assert.Empty(part.FindAll("button"));
    }

    [Theory]
    [InlineData(OperationIdState.Missing, "one hidden property")]
    [InlineData(OperationIdState.Gone, "Somebody archived the task property tasklane_operation_id")]
    [InlineData(OperationIdState.Unfit, "no text with unique values")]
    public void Without_it_the_reason_is_told_and_an_admin_may_add_it(OperationIdState state, string words)
    {
        var part = Show(state, null);
        Assert.Contains(words, part.Markup);
        Assert.Equal("Make new tasks safe to repeat", part.Find("button").TextContent);
        Assert.Empty(Show(state, null, mayAdminister: false).FindAll("button"));
    }

    [Fact]
    public async Task A_refusal_is_shown_with_hubspot_s_words_and_its_correlation_id()
    {
        var part = Show(OperationIdState.Missing, new Failure.Refused("an object type can have at most 10", "c0ffee"));
        await part.Find("button").ClickAsync();
        Assert.Contains("at most 10", part.Find("[role]").TextContent);
        Assert.Equal("c0ffee", part.Find("code").TextContent);
        Assert.Empty(part.FindAll("#reconnect"));
    }

    [Fact]
    public async Task A_missing_permission_leads_to_reconnecting()
    {
        var part = Show(OperationIdState.Missing, new Failure.MissingScope("crm.schemas.contacts.write"));
        await part.Find("button").ClickAsync();
        Assert.Contains("crm.schemas.contacts.write", part.Markup);
        Assert.NotNull(part.Find("#reconnect"));
    }

    private IRenderedComponent<SafeCreationPart> Show(OperationIdState state, Failure? failure, bool mayAdminister = true) => Render<SafeCreationPart>(p => p
        .Add(c => c.State, state)
        .Add(c => c.MayAdminister, mayAdminister)
        .Add(c => c.Add, () => Task.FromResult(failure))
        .Add(c => c.Reconnect, "<a id=\"reconnect\">Reconnect</a>"));
}
