using System.Text;
using Dashboard.Application.Sync.Hints;
using Xunit;

namespace Dashboard.UnitTests.Sync;

public sealed class WebhookEventTests
{
    [Fact]
    public void The_same_event_told_again_is_the_same_and_one_that_differs_is_another_whatever_its_id()
    {
        var events = Read("""
            [{"eventId":7,"portalId":1,"subscriptionType":"object.propertyChange","objectId":5,"objectTypeId":"0-27","attemptNumber":0,"propertyValue":"a"},
             {"attemptNumber":3,"propertyValue":"a","eventId":7,"portalId":1,"subscriptionType":"object.propertyChange","objectId":5,"objectTypeId":"0-27"},
             {"eventId":7,"portalId":1,"subscriptionType":"object.propertyChange","objectId":5,"objectTypeId":"0-27","attemptNumber":0,"propertyValue":"b"}]
            """)!;
        Assert.Equal(events[0].Hash, events[1].Hash);
        Assert.NotEqual(events[0].Hash, events[2].Hash);
    }

    [Theory]
    [InlineData("\"subscriptionType\":\"object.creation\",\"objectId\":5,\"objectTypeId\":\"0-27\"", "0-27", 5, HintKind.Record)]
    [InlineData("\"eventType\":\"object.propertyChange\",\"objectId\":\"5\",\"objectTypeId\":\"0-27\"", "0-27", 5, HintKind.Values)]
    [InlineData("\"subscriptionType\":\"contact.propertyChange\",\"objectId\":8", "0-1", 8, HintKind.Values)]
    [InlineData("\"subscriptionType\":\"object.associationChange\",\"fromObjectTypeId\":\"0-1\",\"fromObjectId\":8,\"toObjectTypeId\":\"0-27\",\"toObjectId\":5", "0-27", 5, HintKind.Associations)]
    [InlineData("\"subscriptionType\":\"object.associationChange\",\"fromObjectTypeId\":\"0-27\",\"fromObjectId\":5,\"toObjectTypeId\":\"0-1\",\"toObjectId\":8", "0-27", 5, HintKind.Associations)]
    [InlineData("\"subscriptionType\":\"object.merge\",\"newObjectId\":9,\"objectTypeId\":\"0-27\"", "0-27", 9, HintKind.Record)]
    public void An_event_says_where_to_look(string fields, string type, long id, HintKind kind)
    {
        var told = Assert.Single(Read("[{\"portalId\":1,\"occurredAt\":1564113600000," + fields + "}]")!);
        Assert.Equal((type, id, kind), (told.ObjectType, told.ObjectId, told.Kind));
    }

    [Theory]
    [InlineData("[{\"portalId\":1,\"subscriptionType\":\"object.associationChange\",\"fromObjectTypeId\":\"0-1\",\"fromObjectId\":8,\"toObjectTypeId\":\"0-2\",\"toObjectId\":5}]")]
    [InlineData("[{\"portalId\":1,\"subscriptionType\":\"contact.privacyDeletion\",\"objectId\":-4}]")]
    [InlineData("[{\"portalId\":1,\"subscriptionType\":\"conversation.creation\",\"objectId\":4}]")]
    [InlineData("[{\"subscriptionType\":\"object.creation\",\"objectId\":4,\"objectTypeId\":\"0-27\"}]")]
    [InlineData("[{}]")]
    [InlineData("[]")]
    public void What_says_nothing_to_us_is_left_out(string body) => Assert.Empty(Read(body)!);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{\"portalId\":1},null]")]
    [InlineData("[{\"portalId\":1}")]
    [InlineData("<html>")]
    public void What_is_no_list_of_events_is_told_apart(string body) => Assert.Null(Read(body));

    [Fact]
    public void Deep_and_endless_bodies_are_refused()
    {
        Assert.Null(Read(new string('[', 5_000) + new string(']', 5_000)));
        Assert.Null(Read("[" + string.Join(',', Enumerable.Repeat("{}", 10_000)) + "]"));
    }

    private static IReadOnlyList<WebhookEvent>? Read(string body) => WebhookEvent.ReadAll(Encoding.UTF8.GetBytes(body));
}
